/** A document's name as one part of an address. */
export const placeOf = (doc: string): string => doc.replaceAll('/', '~')

export const documentAt = (place: string): string => place.replaceAll('~', '/')

export const actionPath = (doc: string, action: string): string =>
  `/actions/of/${placeOf(doc)}/${action}`
