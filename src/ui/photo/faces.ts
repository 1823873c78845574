import type { Box } from './marks.ts'

interface Detector {
  detect(picture: CanvasImageSource): Promise<readonly { readonly boundingBox: DOMRectReadOnly }[]>
}
declare global {
  interface Window {
    /** Only in some browsers. */
    readonly FaceDetector?: new () => Detector
  }
}

/** Where this device sees faces in a picture; null where it does not look. It may miss some. */
export async function findFaces(picture: HTMLCanvasElement): Promise<readonly Box[] | null> {
  try {
    const found = window.FaceDetector ? await new window.FaceDetector().detect(picture) : null
    return (
      found?.map(({ boundingBox: { x, y, width, height } }) => ({ x, y, width, height })) ?? null
    )
  } catch {
    return null
  }
}
