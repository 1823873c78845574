import styles from './small-photo.module.css'

interface Picture {
  /** Data address of a PNG or JPEG. */
  readonly picture: string
  readonly width: number
  readonly height: number
}

/** A picture that a record carries. `words` say what somebody would see who cannot. */
export function SmallPhoto({ picture, words }: { picture: Picture; words: string }) {
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
