import type { Service } from '../model/types.ts'

/** A service that needs no consent: functional, or exempt until the visitor objects. */
export const isFree = (service: Service): boolean => service.category === 'functional' || !!service.exempt
