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
    { path: '/plan', screen: { load: () => import('./reviews/plan-screen.tsx') } },
    { path: '/reviews/$review', screen: { load: () => import('./pack/pack-screen.tsx') } },
    {
      path: '/reviews/$review/prepare',
      screen: { load: () => import('./prepare/prepare-screen.tsx') },
    },
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
    {
      path: '/reviews/$review/people',
      screen: { load: () => import('./people/people-screen.tsx') },
    },
    {
      path: '/reviews/$review/timetable',
      screen: { load: () => import('./timetable/timetable-screen.tsx') },
    },
    {
      path: '/reviews/$review/timetable/print',
      screen: { load: () => import('./timetable/print-screen.tsx') },
    },
    { path: '/reviews/$review/ready', screen: { load: () => import('./ready/ready-screen.tsx') } },
    { path: '/reviews/$review/in', screen: { load: () => import('./who/who-screen.tsx') } },
    {
      path: '/reviews/$review/meeting',
      screen: { load: () => import('./kit-meeting/meeting-screen.tsx') },
    },
    {
      path: '/reviews/$review/answers',
      screen: { load: () => import('./answers/answers-screen.tsx') },
    },
    {
      path: '/reviews/$review/answers/$question',
      screen: { load: () => import('./answers/answer-screen.tsx') },
    },
    {
      path: '/reviews/$review/read-out',
      screen: { load: () => import('./read-out/read-out-screen.tsx') },
    },
    {
      path: '/reviews/$review/hand-over',
      screen: { load: () => import('./hand-over/hand-over-screen.tsx') },
    },
    {
      path: '/reviews/$review/letter',
      screen: { load: () => import('./letter/letter-screen.tsx') },
    },
    {
      path: '/reviews/$review/letter/print',
      screen: { load: () => import('./letter/letter-print-screen.tsx') },
    },
    { path: '/reviews/$review/day', screen: { load: () => import('./read-out/day-screen.tsx') } },
    {
      path: '/reviews/$review/history',
      screen: { load: () => import('./history/history-screen.tsx') },
    },
    {
      path: '/reviews/$review/action-plan',
      screen: { load: () => import('./action-plan/plan-screen.tsx') },
    },
    {
      path: '/reviews/$review/action-plan/tables/$table',
      screen: { load: () => import('./action-plan/table-screen.tsx') },
    },
    {
      path: '/reviews/$review/action-plan/gather',
      screen: { load: () => import('./action-plan/gather-screen.tsx') },
    },
    {
      path: '/reviews/$review/action-plan/page',
      screen: { load: () => import('./action-plan/page-screen.tsx') },
    },
    {
      path: '/reviews/$review/action-plan/actions',
      screen: { load: () => import('./action-plan/actions-screen.tsx') },
    },
  ],
} satisfies Feature
