import type { Feature } from '../feature.ts'

export default {
  id: 'relay-care',
  routes: [{ path: '/quarantine', screen: { load: () => import('./put-aside-screen.tsx') } }],
} satisfies Feature
