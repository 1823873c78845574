import type { Feature } from '../feature.ts'

export default {
  id: 'people-admin',
  routes: [
    { path: '/people', screen: { load: () => import('./people-screen.tsx') } },
    { path: '/people/trust', screen: { load: () => import('./trust-screen.tsx') } },
    { path: '/people/invite', screen: { load: () => import('./invite-screen.tsx') } },
    { path: '/people/$person', screen: { load: () => import('./person-screen.tsx') } },
  ],
} satisfies Feature
