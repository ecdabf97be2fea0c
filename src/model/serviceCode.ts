/**
 * The five characters (0-9, A-Z) that stand for a service in the record, so that sixty services fit in 512 bytes.
 * Plain arithmetic below 2^53, so that PHP, Python or a tag-manager template can repeat it; the README shows how.
 * Two services of one configuration with the same code are refused when the configuration is read.
 */
export function serviceCode(id: string): string {
  const sum = [...id].reduce((sum, character) => (sum * 131 + character.charCodeAt(0)) % 60466176, 0)
  // With a digit before it, no zero in front is lost.
  return (sum + 60466176).toString(36).toUpperCase().slice(1)
}
