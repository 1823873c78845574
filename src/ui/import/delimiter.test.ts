import { expect, it } from 'vitest'
import { delimiterOf } from './delimiter.ts'

it.each([
  ['a,b,c\n"x; y; z; w",1,2\n', ','],
  ['a;b;c\n1,5;2,5;3,5\n', ';'],
  ['a\tb\n1,2\t3\n', '\t'],
  ['Our list\n\na|b|c\n', '|'],
  ['one column\nonly\n', ','],
  ['', ','],
])('parts the cells of %j', (text, sign) => expect(delimiterOf(text)).toBe(sign))
