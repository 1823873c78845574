/** A photo as a screen shows it. */
export interface PhotoView {
  readonly id: string
  readonly sha256: string
  /** Address of the picture for an `img`; null while it can be had from nowhere. */
  readonly url: string | null
  readonly caption: string
  readonly place: string
  /**
   * here: only on this device. sending: part of it has gone. safe: the trust has it, by receipt.
   * elsewhere: this device never had it.
   */
  readonly where: 'here' | 'sending' | 'safe' | 'elsewhere'
}

/** Why a picture was not taken in. Nothing that was there before is lost by it. */
export type PhotoFault = 'not-a-picture' | 'device-full' | 'too-large'
