import { itemStatusWords, milestoneWords } from '../../../domain/rep/milestones.ts'
import { driftWords, type ItemStanding, standingWords } from '../../../domain/rep/statuses.ts'
import { useNames } from '../../../store/use-names.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Link } from '../../../ui/link.tsx'
import { paths } from '../paths.ts'
import styles from '../rep.module.css'
import { standingTone } from '../words.ts'

interface LineProps {
  rep: string
  one: ItemStanding
  no: number
  /** yyyy-mm-dd */
  today: string
}

/** One item with where it stands, whose it is, and how far it is behind its day. */
export function ItemLine({ rep, one, no, today }: LineProps) {
  const nameOf = useNames()
  const { item, owner, owners, waiting, carriedFrom } = one
  const drift = driftWords(one, today)
  return (
    <div className={styles.row}>
      <div>
        <p className={styles.words}>
          <Link to={paths.item(rep, item.id)}>
            {no}. {item.text.trim() || 'Not written yet'}
          </Link>
        </p>
        <p className={styles.soft}>
          {[
            owner === '' ? 'No owner' : `Owner: ${nameOf(owner)}`,
            owners.length > 0 && item.owner !== '' && item.owner !== owner
              ? `Before: ${nameOf(item.owner)}`
              : '',
            drift,
            carriedFrom.length > 0
              ? `Carried forward from: ${carriedFrom.map((from) => milestoneWords(from).toLowerCase()).join(', ')}`
              : '',
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      </div>
      <div className={styles.badges}>
        <Badge tone={standingTone(one)}>{standingWords(one)}</Badge>
        {waiting.map(({ seen, by, status, late }) => (
          <Badge key={seen.id} tone="info">
            {nameOf(by)} proposes: {itemStatusWords(status, late).toLowerCase()}
          </Badge>
        ))}
      </div>
    </div>
  )
}
