import { may } from '../../domain/access/table.ts'
import { parseDocumentName } from '../../domain/documents.ts'
import {
  commentsOn,
  type Share,
  type ShareComment,
  shareCommentRecord,
  shareRecord,
} from '../../domain/learning-walk/shared.ts'
import { useDesk } from '../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../store/use-document.ts'
import { BigText } from '../../ui/big-text.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconLock } from '../../ui/icons.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'
import { paths, useAddress } from './paths.ts'
import { usePeople } from './use-people.ts'
import { sayList } from './words.ts'
import styles from './walk.module.css'

const back = { to: paths.walks, label: 'Walks' }

export default function SharedScreen() {
  const { me } = useDesk()
  const address = useAddress()
  const person = address('person')
  const name = `visited/${address('urn')}/${address('year')}/${person}`
  const ref = parseDocumentName(name)
  if (!ref.ok || !may(me, 'read', ref.value))
    return (
      <NotHere title="Not open to you">
        Only the person it was shared with and those who lead walks there can open it.
      </NotHere>
    )
  return <Shared key={name} name={name} person={person} id={address('share')} />
}

function Shared({ name, person, id }: { name: string; person: string; id: string }) {
  const { me } = useDesk()
  const doc = useDocument(name)
  if (!doc.ready) return <LoadingState label="Opening what was shared" />
  const share = doc.all(shareRecord).rows.find((row) => row.id === id)
  if (!share)
    return (
      <NotHere title="Not on this device">
        It comes when this device and the other have had signal.
      </NotHere>
    )
  const comments = doc.all(shareCommentRecord).rows
  return (
    <Page
      title={share.focus.trim() || 'What was seen'}
      lead={[sayUkDate(share.date), share.place, share.time].filter(Boolean).join(', ')}
      back={back}
    >
      <Said share={share} />
      {me.person === person ? (
        <MyComment doc={doc} share={share} comments={comments} />
      ) : (
        <Comments comments={commentsOn(comments, share.id)} />
      )}
    </Page>
  )
}

function Said({ share }: { share: Share }) {
  const nameOf = usePeople()
  return (
    <KeyValue
      items={[
        { label: 'What we liked', value: share.kind },
        { label: 'What we saw', value: share.specific },
        { label: 'A question to think about', value: share.question },
        { label: 'Who walked', value: sayList(share.walkers.map(nameOf)) },
        {
          label: 'Shared by',
          value: `${nameOf(share.by)}, ${sayTime(share.madeAt, 'moment')}`,
        },
      ]}
    />
  )
}

interface MyCommentProps {
  doc: LiveDocument
  share: Share
  comments: readonly ShareComment[]
}

/** The person's own answer: one box, which the walkers read. */
function MyComment({ doc, share, comments }: MyCommentProps) {
  const { me, now } = useDesk()
  // Blank ones too: the box that made the answer stays its box.
  const own = comments
    .filter((one) => one.share === share.id && one.by === me.person)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const [first, ...more] = own
  const write = (text: string) => {
    if (first) doc.change(shareCommentRecord, first.id, { text })
    else doc.create(shareCommentRecord, { share: share.id, text, by: me.person, madeAt: now() })
  }
  return (
    <Section
      title="Your answer"
      lead="If you like. Those who walked read it. It is no part of your appraisal."
    >
      {doc.readOnly ? (
        <p>{first?.text || 'No answer yet.'}</p>
      ) : (
        <BigText
          label="What you would add"
          hint="Kept as you write. No names of pupils."
          value={first?.text ?? ''}
          onChange={write}
        />
      )}
      <Comments comments={commentsOn(more, share.id)} quiet />
    </Section>
  )
}

function Comments({ comments, quiet }: { comments: readonly ShareComment[]; quiet?: boolean }) {
  const nameOf = usePeople()
  if (comments.length === 0)
    return quiet === true ? null : <p className={styles.soft}>No answer yet.</p>
  return (
    <div className={styles.others}>
      {comments.map((comment) => (
        <div key={comment.id}>
          <p>
            <strong>{nameOf(comment.by)}</strong>, {sayTime(comment.madeAt, 'moment')}
          </p>
          <p>{comment.text}</p>
        </div>
      ))}
    </div>
  )
}

function NotHere({ title, children }: { title: string; children: string }) {
  return (
    <Page title={title} back={back}>
      <EmptyState
        icon={IconLock}
        title="There is nothing to show here"
        action={
          <LinkButton tone="primary" to={paths.walks}>
            See the walks
          </LinkButton>
        }
      >
        <p>{children}</p>
      </EmptyState>
    </Page>
  )
}
