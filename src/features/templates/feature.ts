import type { Feature } from '../feature.ts'

export default {
  id: 'templates',
  routes: [
    { path: '/templates', screen: { load: () => import('./list-screen.tsx') } },
    { path: '/templates/bring-in', screen: { load: () => import('./import-screen.tsx') } },
    { path: '/templates/drafts/$draft', screen: { load: () => import('./draft-screen.tsx') } },
    { path: '/templates/lists/$key', screen: { load: () => import('./checklist-screen.tsx') } },
  ],
} satisfies Feature
