/** Makes a picture of a drawing. */
export type Painter = {
  /** Renders an SVG without external links as PNG bytes. Rejects if it can't be drawn. */
  png(svg: string): Promise<Uint8Array>
}
