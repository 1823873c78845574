/** Id of the form that big text boxes belong to. */
export const UNREMEMBERED = 'unremembered'

/**
 * Browsers write what stands in a page's text boxes to the file from which they bring tabs back.
 * A single line can be left out by itself; a box of several lines only by the form it belongs to.
 */
export function Unremembered() {
  return <form id={UNREMEMBERED} autoComplete="off" hidden />
}
