/// <reference types="vite/client" />

declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: import('./glyph.tsx').IconType
  export default icon
}
