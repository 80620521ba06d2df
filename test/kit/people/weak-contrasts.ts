/** Runs in the page: texts whose color is too close to their background. */
export const weakContrasts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * (top[3] / 255) + below[i] * (1 - top[3] / 255))
  // Every possible background color of an element's text. A gradient counts as each of its stops.
  const grounds = (element) => {
    if (!element) return [rgba('white')]
    const style = getComputedStyle(element)
    const colour = rgba(style.backgroundColor)
    const below = colour[3] === 255 ? [colour] : grounds(element.parentElement).map((ground) => over(colour, ground))
    const stops = [...style.backgroundImage.matchAll(/(?:rgba?|color|oklab)\\([^()]*\\)/g)].map(([stop]) => rgba(stop))
    return stops.length === 0 ? below : stops.flatMap((stop) => below.map((ground) => over(stop, ground)))
  }
  const weak = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim()
    const element = walker.currentNode.parentElement
    if (!text || !element.checkVisibility()) continue
    const ink = light(rgba(getComputedStyle(element).color))
    for (const ground of grounds(element)) {
      const paper = light(ground)
      const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
      if (ratio < 4.5) weak.push(text + ' ' + ratio.toFixed(2))
    }
  }
  return weak
})()`
