/** Pre-selections and the scores that participants give; interests that collectivités declare. */
import { z } from 'zod';
import type { Database, Queryable } from '../../data/database/port.ts';

const basketRows = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    sheets: z.array(z.string()),
    criteria: z.array(z.string()),
    weights: z.array(z.number()),
    created_at: z.string(),
  }),
);
export type BasketRow = z.output<typeof basketRows>[number];

export async function findBasket(database: Queryable, id: string): Promise<BasketRow | undefined> {
  const rows = await database.query(
    'select id, title, sheets, criteria, weights, created_at from basket where id = $1',
    [id],
  );
  return basketRows.parse(rows)[0];
}

export async function insertBasket(database: Queryable, basket: BasketRow): Promise<void> {
  await database.query(
    'insert into basket (id, title, sheets, criteria, weights, created_at) values ($1, $2, $3, $4, $5, $6)',
    [basket.id, basket.title, basket.sheets, basket.criteria, basket.weights, basket.created_at],
  );
}

const scoreRows = z.array(
  z.object({ participant: z.string(), sheet: z.string(), criterion: z.string(), score: z.number() }),
);
export type ScoreRow = z.output<typeof scoreRows>[number];

/** By participant, in the order in which they came. */
export async function readScores(database: Queryable, basket: string): Promise<ScoreRow[]> {
  return scoreRows.parse(
    await database.query(
      `select participant, sheet_id as sheet, criterion, score from basket_score where basket = $1
       order by participant collate "C", sheet_id collate "C", criterion collate "C"`,
      [basket],
    ),
  );
}

/** What a participant gives replaces all that it gave before. */
export async function replaceScores(
  database: Database,
  basket: string,
  participant: string,
  scores: readonly Omit<ScoreRow, 'participant'>[],
  at: string,
): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query('delete from basket_score where basket = $1 and participant = $2', [basket, participant]);
    for (const { sheet, criterion, score } of scores)
      await tx.query(
        'insert into basket_score (basket, participant, sheet_id, criterion, score, scored_at) values ($1, $2, $3, $4, $5, $6)',
        [basket, participant, sheet, criterion, score, at],
      );
  });
}

/** @returns false when it was declared before: the note is then the newer one */
export async function declareInterest(
  database: Queryable,
  interest: { sheet: string; level: 'commune' | 'epci'; code: string; note: string | null; at: string },
): Promise<boolean> {
  const [row] = await database.query<{ is_new: boolean }>(
    `insert into interest (sheet_id, level, code, note, declared_at) values ($1, $2, $3, $4, $5)
     on conflict (sheet_id, level, code) do update set note = excluded.note, declared_at = excluded.declared_at
     returning (xmax = 0) as is_new`,
    [interest.sheet, interest.level, interest.code, interest.note, interest.at],
  );
  return row?.is_new ?? false;
}
