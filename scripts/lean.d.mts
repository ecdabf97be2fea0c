import type { Service } from '../src/model/types.ts'

export function lean(service: Service): Service
