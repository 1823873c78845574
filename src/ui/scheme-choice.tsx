import { useSyncExternalStore } from 'react'
import { ChoiceChips } from './choice-chips.tsx'
import { IconDeviceTablet, IconMoon, IconSun } from './icons.ts'
import { scheme } from './scheme.ts'

const options = [
  { value: 'auto', label: 'As the device', icon: IconDeviceTablet },
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
] as const

/** Light, dark or as the device; kept on this device. */
export function SchemeChoice() {
  const chosen = useSyncExternalStore(scheme.subscribe, scheme.get)
  return (
    <ChoiceChips
      label="Light or dark"
      options={options}
      value={chosen}
      clearable={false}
      onChange={(value) => scheme.choose(value ?? 'auto')}
    />
  )
}
