import { describe, expect, it } from 'vitest'
import { exampleOf } from './checks/example.ts'
import { LOGO_ROOM, logoOf, logoRecord } from './logo.ts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='
const row = (fields: object) => ({
  id: 'a',
  picture: PNG,
  width: 600,
  height: 100,
  madeAt: 1,
  ...fields,
})

describe('the trust’s logo', () => {
  it('is the last that was set, in its own shape, no larger than a letterhead', () => {
    const older = row({ id: 'b', picture: 'data:image/jpeg;base64,/9j/' })
    expect(logoOf([row({ madeAt: 2 }), older])).toEqual({
      kind: 'png',
      picture: PNG,
      width: 240,
      height: 40,
    })
    expect(logoOf([older])?.kind).toBe('jpeg')
    expect(logoOf([row({}), row({ id: 'c', madeAt: 3, picture: '' })])).toBeNull()
    expect(logoOf([])).toBeNull()
  })

  it('is refused where it is too large to be carried by every device', () => {
    const raw = { ...row({}), type: 'trust-logo', v: 1 }
    expect(logoRecord.read(raw).ok).toBe(true)
    expect(logoRecord.read({ ...raw, picture: 'x'.repeat(LOGO_ROOM.length + 1) }).ok).toBe(false)
    expect(logoRecord.read({ ...raw, width: 601 }).ok).toBe(false)
  })
})

describe('an example photo of a checklist', () => {
  const sha256 = 'a'.repeat(64)
  const records = [{ ...row({}), sha256 }]

  it('is found by the fingerprint that a prompt names', () => {
    expect(exampleOf(records, sha256)?.picture).toBe(PNG)
    expect(exampleOf(records, 'b'.repeat(64))).toBeNull()
    expect(exampleOf(records, '')).toBeNull()
  })
})
