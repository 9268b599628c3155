use super::document;
use crate::examples::contradictions;
use crate::report;
use crate::settings::DocumentSettings;

#[test]
fn the_report_reads_well() {
    let text = "\
Id:
  type: string
Lamp:
  type: object
  properties:
    id: { $ref: Id }
    state: { type: string, enum: [ON, OFF] }
  examples:
    - { id: 1, state: DIM }
    - { id: 1 }
";
    let document = document::document(text);
    let settings = DocumentSettings::for_file("doc.yaml");
    let list = contradictions(&document.model, &document.sources, &settings);
    assert_eq!(
        report::contradictions(&list, &document.sources),
        "\
2 contradictions, 2 unsettled

#/Id  doc.yaml:2:3
  number-for-string in 2 examples
    schema   a string
    example  the number 1
      doc.yaml:9:13  #/Lamp/examples/0/id
      doc.yaml:10:13  #/Lamp/examples/1/id
    UNSETTLED  '#/Id': { accept: number, why: … }

#/Lamp/properties/state  doc.yaml:7:12
  unknown-value in 1 example
    schema   one of \"ON\", \"OFF\"
    example  the string \"DIM\"
      doc.yaml:9:23  #/Lamp/examples/0/state
    UNSETTLED
"
    );
}
