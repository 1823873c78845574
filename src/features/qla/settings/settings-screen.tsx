import { maySetQla } from '../../../domain/access/assessment.ts'
import { type Choice, differs } from '../../../domain/choice.ts'
import {
  choiceIn,
  NUMBER_SETTINGS,
  qlaSettingsRecord,
  type QlaSettings,
  rangeOf,
  settingsOf,
} from '../../../domain/qla/settings.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { ACHIEVEMENT } from '../papers/use-library.ts'
import { paths } from '../paths.ts'
import { NumberSetting } from './number-setting.tsx'
import { meanings, retestRules, validityBases } from './words.ts'

const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((one) => one.value === value)?.label ?? value

const sayClash = (choice: Choice<unknown>): string | undefined =>
  differs(choice)
    ? `Two devices set it differently: ${choice.map(({ value }) => String(value)).join(' and ')}. Set the one that holds.`
    : undefined

/** The trust's own numbers for question analysis, each with what it changes. */
export default function SettingsScreen() {
  const { me, now } = useDesk()
  const document = useDocument(ACHIEVEMENT)
  if (!document.ready) return <LoadingState label="Opening the settings" />
  const records = document.all(qlaSettingsRecord).rows
  const settings = settingsOf(records)
  const writes = maySetQla(me) && !document.readOnly
  const set = (fields: Partial<QlaSettings>) => {
    // Every record there is: one that still said something else would go on differing.
    for (const { id } of records) document.change(qlaSettingsRecord, id, fields)
    if (records.length === 0)
      document.create(qlaSettingsRecord, { ...fields, by: me.person, madeAt: now() })
  }
  return (
    <Page
      title="Settings of the analysis"
      lead="They hold for every school of the trust, from the next time a screen is opened. Papers already begun keep their retest rule."
      back={{ to: paths.sittings, label: 'Question analysis' }}
    >
      {writes ? (
        <>
          <Section title="Retest">
            <ChoiceChips
              label="Which mark counts after a retest"
              hint={
                sayClash(choiceIn(records, 'retest')) ??
                'It is copied into each paper as it begins.'
              }
              options={retestRules}
              value={settings.retest}
              clearable={false}
              onChange={(retest) => set({ retest: retest ?? settings.retest })}
            />
          </Section>
          <Section title="Spiral papers">
            <ChoiceChips
              label="How a quarter from earlier years and half at expected are counted"
              hint={sayClash(choiceIn(records, 'validity'))}
              options={validityBases}
              value={settings.validity}
              clearable={false}
              onChange={(validity) => set({ validity: validity ?? settings.validity })}
            />
          </Section>
          <Section title="Numbers">
            {NUMBER_SETTINGS.map((setting) => (
              <NumberSetting
                key={setting}
                {...meanings[setting]}
                value={settings[setting]}
                range={rangeOf(setting)}
                clash={sayClash(choiceIn(records, setting))}
                onChange={(value) => set({ [setting]: value })}
              />
            ))}
          </Section>
        </>
      ) : (
        <>
          <Notice tone="info" live={false} title="These are for reading">
            They are set by those who lead achievement: ask an Assistant Principal for achievement,
            or a trust leader.
          </Notice>
          <Read settings={settings} />
        </>
      )}
    </Page>
  )
}

function Read({ settings }: { settings: QlaSettings }) {
  return (
    <KeyValue
      items={[
        {
          label: 'Which mark counts after a retest',
          value: labelOf(retestRules, settings.retest),
        },
        {
          label: 'Spiral papers are counted',
          value: labelOf(validityBases, settings.validity),
        },
        ...NUMBER_SETTINGS.map((setting) => ({
          label: meanings[setting].label,
          value: `${settings[setting]}. ${meanings[setting].hint}`,
        })),
      ]}
    />
  )
}
