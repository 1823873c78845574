import { CodePicture } from '../../../ui/code-picture.tsx'
import { paths } from '../routing.ts'
import styles from './join.module.css'

/** The address of a review as a code to scan, with the address beside it for those who type. */
export function JoinCode({ review }: { review: string }) {
  const address = new URL(paths.pack(review), window.location.origin).href
  return (
    <div className={styles.join}>
      <CodePicture className={styles.code} text={address} label="Code to scan: opens this review" />
      <div>
        <p className={styles.say}>Scan to open the pack</p>
        <p className={styles.address}>{address}</p>
        <p className={styles.soft}>
          Only the review team can open it, each signed in as themselves.
        </p>
      </div>
    </div>
  )
}
