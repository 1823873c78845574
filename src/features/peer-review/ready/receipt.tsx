import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { useDesk, useWatched } from '../../../store/react.tsx'
import { useDeviceCheck } from './use-device-check.ts'
import { useReceipt } from './use-receipt.ts'

/** Keeps this device's receipt while any screen of the review is open and somebody can hear of it. */
export function Receipt({ access }: { access: ReviewAccess }) {
  const { contact } = useDesk()
  const { live } = useWatched(contact)
  const { found } = useDeviceCheck(access.id)
  useReceipt(access, live, found)
  return null
}
