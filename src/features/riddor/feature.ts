import type { Feature } from '../feature.ts'

export default {
  id: 'riddor',
  routes: [{ path: '/checks/riddor', screen: { load: () => import('./riddor-screen.tsx') } }],
} satisfies Feature
