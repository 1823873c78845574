import type { Feature } from '../feature.ts'
import Home from './home.tsx'

export default {
  id: 'peer-review',
  nav: [
    { label: 'Today', to: '/', icon: 'home', order: 0 },
    { label: 'Reviews', to: '/reviews', icon: 'notebook', order: 1 },
  ],
  routes: [
    { path: '/', screen: Home },
    { path: '/capture', screen: { load: () => import('./capture/capture-today.tsx') } },
    { path: '/reviews', screen: { load: () => import('./reviews/reviews-screen.tsx') } },
    { path: '/reviews/$review', screen: { load: () => import('./pack/pack-screen.tsx') } },
    {
      path: '/reviews/$review/capture',
      screen: { load: () => import('./capture/capture-screen.tsx') },
    },
    {
      path: '/reviews/$review/notes',
      screen: { load: () => import('./notes/my-notes-screen.tsx') },
    },
    {
      path: '/reviews/$review/notes/$note',
      screen: { load: () => import('./notes/note-screen.tsx') },
    },
    { path: '/reviews/$review/team', screen: { load: () => import('./team/team-screen.tsx') } },
    { path: '/reviews/$review/in', screen: { load: () => import('./who/who-screen.tsx') } },
  ],
} satisfies Feature
