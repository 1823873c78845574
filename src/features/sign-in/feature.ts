import type { Feature } from '../feature.ts'

export default {
  id: 'sign-in',
  routes: [{ path: '/account/sign-in', screen: { load: () => import('./ways-screen.tsx') } }],
} satisfies Feature
