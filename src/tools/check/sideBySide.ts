/**
 * Does something for each, at most so many at once, begun in the order given; the results are in that order too. After a failure nothing more begins,
 * and what has begun comes to its end before the first failure is thrown.
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  most: number,
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const left = [...items.entries()]
  const failures: unknown[] = []
  const work = async () => {
    for (let next = left.shift(); next && !failures.length; next = left.shift())
      try {
        results[next[0]] = await act(next[1])
      } catch (error) {
        failures.push(error)
      }
  }
  await Promise.all(Array.from({ length: most }, work))
  if (failures.length) throw failures[0]
  return results
}
