import type { Feature } from '../feature.ts'

export default {
  id: 'scr',
  routes: [
    { path: '/checks/scr', screen: { load: () => import('./scr-list-screen.tsx') } },
    { path: '/checks/scr/new/$urn', screen: { load: () => import('./scr-new-screen.tsx') } },
    {
      path: '/checks/scr/$urn/$year/$check',
      screen: { load: () => import('./scr-check-screen.tsx') },
    },
  ],
} satisfies Feature
