/** Makes a picture of a drawing. */
export type Painter = {
  /** An SVG without links to anything outside it, as PNG bytes. Rejects where it cannot be drawn. */
  png(svg: string): Promise<Uint8Array>
}
