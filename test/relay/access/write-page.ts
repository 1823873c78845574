import { writeFileSync } from 'node:fs'
import { printAccess } from './print.ts'

writeFileSync('docs/access.md', printAccess())
