import type { SmallPicture } from '../domain/small-picture.ts'
import styles from './small-photo.module.css'

/** A picture that a record carries. `words` say what somebody would see who cannot. */
export function SmallPhoto({ picture, words }: { picture: SmallPicture; words: string }) {
  const { width, height } = picture
  return (
    <img
      className={styles.picture}
      src={picture.picture}
      width={width}
      height={height}
      alt={words}
    />
  )
}
