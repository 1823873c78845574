import type { Feature } from '../feature.ts'

export default {
  id: 'account',
  nav: [{ label: 'Account', to: '/account', icon: 'user', order: 90 }],
  routes: [
    { path: '/account', screen: { load: () => import('./account-screen.tsx') } },
    { path: '/account/devices', screen: { load: () => import('./devices/devices-screen.tsx') } },
    {
      path: '/account/devices/$device',
      screen: { load: () => import('./devices/device-screen.tsx') },
    },
  ],
} satisfies Feature
