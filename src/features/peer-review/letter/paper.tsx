import type { LetterSheet } from '../../../domain/letter/sheet.ts'
import styles from './letter.module.css'

interface PaperProps {
  sheet: LetterSheet
  /** The page it is on says title, school and day already. */
  titled?: boolean
}

/** The letter to read, as it looks on paper. */
export function Paper({ sheet, titled = false }: PaperProps) {
  const { trust, logo, title, about, draft, issued, parts, reply } = sheet
  return (
    <article className={styles.paper} aria-label={`${title}, ${about}`}>
      <header className={styles.paperHead}>
        {logo ? (
          <img
            className={styles.logo}
            src={logo.picture}
            width={logo.width}
            height={logo.height}
            alt=""
          />
        ) : null}
        <p className={styles.paperTrust}>{trust}</p>
        {titled ? null : (
          <>
            <p className={styles.paperTitle}>{title}</p>
            <p>{about}</p>
          </>
        )}
        {issued === '' ? null : <p>{issued}</p>}
        {draft === '' ? null : <p className={styles.draftMark}>{draft}</p>}
      </header>
      {parts.map(({ id, heading, block }) => (
        <div key={id} className={styles.read}>
          {heading === '' ? null : <h2>{heading}</h2>}
          {block.kind === 'list' ? (
            <ul>
              {block.lines.map((line, i) => (
                <li key={i}>{line}</li>
              ))}
            </ul>
          ) : (
            block.lines.map((line, i) => <p key={i}>{line}</p>)
          )}
        </div>
      ))}
      {reply ? (
        <div className={styles.reply}>
          <h2>{reply.heading}</h2>
          {reply.lines.map((line, i) => (
            <p key={i}>{line}</p>
          ))}
        </div>
      ) : null}
    </article>
  )
}
