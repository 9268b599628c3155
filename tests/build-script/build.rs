//! Generates the types of `sensors.yaml` into `OUT_DIR`.

fn main() {
    asyncapi_codegen::Builder::new("sensors.yaml").build();
}
