import type { LaterScreen } from '../features/feature.ts'

/** Screens of the app itself that no first screen needs. */
export const appScreens: readonly (LaterScreen & { readonly path: string })[] = [
  {
    path: '/device',
    load: async () => ({ default: (await import('./pages/device-page.tsx')).DevicePage }),
  },
  {
    path: '/device/lock',
    load: async () => ({
      default: (await import('./lock/lock-settings-page.tsx')).LockSettingsPage,
    }),
  },
  {
    path: '/more',
    load: async () => ({ default: (await import('./pages/more-page.tsx')).MorePage }),
  },
  { path: '/invite/$code', load: () => import('./pages/invite-here-page.tsx') },
]
