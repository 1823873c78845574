import { CLASSROOM } from '../../../src/domain/checks/ready-made/premises.ts'
import { check, text } from '../../../src/domain/checks/ready-made/writing.ts'
import {
  type TemplateBody,
  type TemplateSection,
  templateVersionRecord,
} from '../../../src/domain/checks/template.ts'
import { type DemoDays, momentOf } from './days.ts'
import { ALWAYS, type Entry, writeInto } from './entries.ts'

/** What this trust asks besides, in a section that is there or in a new one. */
function changed(section: TemplateSection): TemplateSection {
  if (section.id !== 'electric') return section
  const more = check('tablets', 'Tablets charge in the cupboard, its doors open', { look: 'look' })
  return { ...section, prompts: [...section.prompts, more] }
}

const OWN: TemplateBody = {
  ...CLASSROOM,
  version: CLASSROOM.version + 1,
  name: 'Classroom, each term',
  about: 'Ours since the tablets came. Once a term, by whoever teaches there; ten minutes.',
  sections: [
    ...CLASSROOM.sections.map(changed),
    {
      id: 'ours',
      title: 'Before you go',
      prompts: [
        check('first-aid', 'First-aid box full and where its sign says', { look: 'look' }),
        text('told', 'Who was told of what cannot wait'),
      ],
    },
  ],
}

/** The trust's own version of a ready-made checklist, in `templates`. */
export function checklist(days: DemoDays): Entry[] {
  const hand = { by: 'p09', at: momentOf(days.ago(45), '16:20') }
  return [
    writeInto({ kind: 'templates' }, ALWAYS)('checklist', templateVersionRecord, hand, {
      body: OWN,
    }),
  ]
}
