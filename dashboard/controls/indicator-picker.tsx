/** Chooses the indicator, by theme; a full-screen list on a phone. */
import {
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Heading,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  Text,
} from 'react-aria-components';
import { type IndicatorId, indicators, requireIndicator } from '../../data/catalogue/catalogue.ts';
import { themes } from '../../data/catalogue/themes.ts';
import { useLoadedIndicators } from '../state/queries.ts';
import { useView } from '../state/use-view.ts';
import { controls } from '../text/map.ts';
import choice from './choice.module.css';
import styles from './indicator-picker.module.css';

const sections = [...themes.map(({ id, label }) => ({ id, label })), { id: null, label: controls.allThemes }]
  .map(({ id, label }) => ({ label, items: indicators.filter(({ theme }) => theme === id) }))
  .filter(({ items }) => items.length > 0);

export function IndicatorPicker() {
  const { view, choose } = useView();
  const loaded = useLoadedIndicators();
  const isEmpty = (id: string) => loaded !== undefined && !loaded.has(id);
  return (
    <DialogTrigger>
      <div className={choice.choice}>
        <span className={choice.label}>{controls.indicator}</span>
        <Button
          className={choice.button ?? ''}
          aria-label={`${controls.indicator} : ${requireIndicator(view.indicator).label}`}
        >
          <strong className={choice.value}>{requireIndicator(view.indicator).label}</strong>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <ModalOverlay className={styles.overlay ?? ''} isDismissable>
        <Modal className={styles.modal ?? ''}>
          <Dialog className={styles.dialog ?? ''}>
            {({ close }) => (
              <>
                <div className={styles.top}>
                  <Heading slot="title" className={styles.title ?? ''}>
                    {controls.pickIndicator}
                  </Heading>
                  <Button slot="close" className={styles.close ?? ''}>
                    {controls.close}
                  </Button>
                </div>
                <ListBox
                  className={styles.list ?? ''}
                  aria-label={controls.pickIndicator}
                  selectionMode="single"
                  disallowEmptySelection
                  autoFocus
                  selectedKeys={[view.indicator]}
                  disabledKeys={indicators.map(({ id }) => id).filter(isEmpty)}
                  onSelectionChange={(keys) => {
                    const [key] = [...(keys === 'all' ? [] : keys)];
                    // A period, a deadline or a start belongs to one indicator.
                    if (key !== undefined)
                      choose({ indicator: key as IndicatorId, period: null, since: null, deadline: null });
                    close();
                  }}
                >
                  {sections.map((section) => (
                    <ListBoxSection key={section.label}>
                      <Header className={styles.theme ?? ''}>{section.label}</Header>
                      {section.items.map((each) => (
                        <ListBoxItem key={each.id} id={each.id} className={styles.item ?? ''} textValue={each.label}>
                          <Text slot="label" className={styles.name ?? ''}>
                            {each.label}
                          </Text>
                          <Text slot="description" className={styles.definition ?? ''}>
                            {isEmpty(each.id) ? controls.withoutData : each.definition}
                          </Text>
                        </ListBoxItem>
                      ))}
                    </ListBoxSection>
                  ))}
                </ListBox>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
