import type { AccessFacts } from '../domain/access/facts.ts'
import type { NavItem } from '../ui/frame.tsx'
import type { IconType } from '../ui/glyph.tsx'
import {
  IconCalendarEvent,
  IconChartBar,
  IconClipboardCheck,
  IconDeviceTablet,
  IconDots,
  IconFlag,
  IconHome,
  IconListCheck,
  IconNotebook,
  IconRoute,
  IconSchool,
  IconUser,
} from '../ui/icons.ts'
import { features } from './features.ts'

/** The drawings that a manifest may name. */
const icons: Readonly<Record<string, IconType>> = {
  home: IconHome,
  notebook: IconNotebook,
  calendar: IconCalendarEvent,
  chart: IconChartBar,
  check: IconClipboardCheck,
  flag: IconFlag,
  list: IconListCheck,
  route: IconRoute,
  school: IconSchool,
  user: IconUser,
}

const places = features.flatMap(({ nav }) => nav ?? []).sort((a, b) => a.order - b.order)

const device = { label: 'This device', to: '/device', icon: IconDeviceTablet }

const MORE = '/more'

const isUnder = (path: string, to: string) =>
  to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)

/** The navigation, with the place marked that the path is in. */
export function navFor(path: string, me: AccessFacts): NavItem[] {
  const mine = places.filter(({ who }) => who?.(me) ?? true)
  const items = mine.map(({ label, to, icon }) => ({
    label,
    to,
    icon: icons[icon] ?? IconNotebook,
  }))
  return [...items, device].map((item) => ({ ...item, current: isUnder(path, item.to) }))
}

/** Where a phone finds the places that its bar has no room for; marked while one is in any of those. */
export function moreFor(path: string, places: readonly NavItem[]): NavItem {
  const current = path === MORE || places.slice(4).some((item) => item.current)
  return { label: 'More', to: MORE, icon: IconDots, current }
}
