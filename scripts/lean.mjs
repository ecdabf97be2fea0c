/** What of a catalogue file is for people who keep the catalogue, and not for the page: the build and the tests leave it out alike. */
const forPeople = ['$schema', 'sources', 'mayBeExempt', 'roleSource']
const forPeopleOfItems = ['source', 'verified']

const without = (object, keys) => Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

/** The service as the page needs it. */
export function lean(service) {
  const { cookies, ...rest } = without(service, forPeople)
  return cookies ? { ...rest, cookies: cookies.map((item) => without(item, forPeopleOfItems)) } : rest
}
