/**
 * A table whose keys are words of texts. It inherits nothing: "constructor" and "valueOf" are words like others, and an ordinary object would answer them with
 * its own methods.
 */
export function wordTable<T>(rows: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, rows));
}
