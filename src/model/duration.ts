const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']
const PATTERN = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** An ISO 8601 duration in words: `P50M` is "50 maanden". What it cannot read comes back as it is. What the browser cannot say is said in Dutch. */
export function duration(text: string, lang: string): string {
  const parts = PATTERN.exec(text)
    ?.slice(1)
    .flatMap((amount, index) => {
      const unit = UNITS[index]
      return amount && unit ? [new Intl.NumberFormat([lang, 'nl'], { style: 'unit', unit, unitDisplay: 'long' }).format(+amount)] : []
    })
  return parts?.[1] ? new Intl.ListFormat([lang, 'nl'], { type: 'unit' }).format(parts) : (parts?.[0] ?? text)
}
