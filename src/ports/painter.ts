export type Painter = {
  /** Renders an SVG that has no external links as PNG bytes. Rejects if the SVG can't be rendered. */
  png(svg: string): Promise<Uint8Array>
}
