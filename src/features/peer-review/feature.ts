import type { Feature } from '../feature.ts'

export default {
  id: 'peer-review',
  nav: [
    { label: 'Today', to: '/', icon: 'home', order: 0 },
    { label: 'Reviews', to: '/reviews', icon: 'notebook', order: 1 },
  ],
  routes: [
    { path: '/', screen: () => import('./home.tsx') },
    { path: '/capture', screen: () => import('./capture/capture-today.tsx') },
    { path: '/reviews', screen: () => import('./reviews/reviews-screen.tsx') },
    { path: '/reviews/$review', screen: () => import('./pack/pack-screen.tsx') },
    { path: '/reviews/$review/capture', screen: () => import('./capture/capture-screen.tsx') },
    { path: '/reviews/$review/notes', screen: () => import('./notes/my-notes-screen.tsx') },
    { path: '/reviews/$review/notes/$note', screen: () => import('./notes/note-screen.tsx') },
    { path: '/reviews/$review/team', screen: () => import('./team/team-screen.tsx') },
    { path: '/reviews/$review/in', screen: () => import('./who/who-screen.tsx') },
  ],
} satisfies Feature
