/** One sheet of the catalogue, on an address of its own; prints on a page. */
import { costScale } from '../../charts/cost-range.tsx';
import { Failure } from '../../controls/failure.tsx';
import { ScreenLink } from '../../controls/screen-link.tsx';
import { SectionPage } from '../../controls/section-page.tsx';
import { useCatalogue } from '../../state/project-queries.ts';
import { useView } from '../../state/use-view.ts';
import { catalogue, sheetLead, sheetWords as words } from '../../text/catalogue.ts';
import { sections } from '../../text/sections.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { SheetBody } from './sheet-body.tsx';
import { SheetInterest } from './sheet-interest.tsx';

export function SheetScreen() {
  const { view } = useView();
  const { data, error } = useCatalogue();
  if (!data)
    return (
      <SectionPage title={sections.titles.sheet}>
        {error ? <Failure message={catalogue.failed(error.message)} /> : <p aria-busy="true">{words.waiting}</p>}
      </SectionPage>
    );
  const sheet = data.fiches.find(({ id }) => id === view.item);
  if (!sheet)
    return (
      <SectionPage title={sections.titles.sheet} lead={words.unknown(view.item ?? '')}>
        <ScreenLink change={{ screen: 'catalogue' }}>{words.back}</ScreenLink>
      </SectionPage>
    );
  return (
    <SectionPage title={sheet.titre} lead={sheetLead(sheet)}>
      <SheetBody sheet={sheet} scale={costScale(data.fiches)} />
      <SheetInterest key={sheet.id} sheet={sheet} />
      <ChoiceBar sheets={data.fiches} />
    </SectionPage>
  );
}
