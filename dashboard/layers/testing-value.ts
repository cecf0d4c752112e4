/** A row of the API's values, for tests: what is not said is null, and all is well. */
import type { Value } from '../../api/contract.ts';

export function testValue(code: string, valeur: Value['valeur'], more: Partial<Value> = {}): Value {
  return {
    code,
    nom: code,
    valeur,
    numerateur: null,
    denominateur: null,
    parts: null,
    etat: 'valeur',
    raison: null,
    alertes: [],
    ...more,
  };
}
