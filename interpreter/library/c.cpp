// The C interface: errors, text and compiled documents. Evaluations, outcomes and portfolios have a file each.
#include "library/c.h"

using namespace beding::v1;

int beding_abi(void) { return BEDING_ABI; }
const char* beding_version(void) { return BEDING_VERSION; }

void beding_error_free(beding_error* error) {
  if (error == nullptr) return;
  delete[] error->dutch;
  delete[] error->english;
  delete error;
}

void beding_bytes_free(beding_bytes* bytes) {
  if (bytes == nullptr) return;
  delete[] bytes->data;
  *bytes = {};
}

void beding_text_free(beding_text* text) {
  if (text == nullptr) return;
  delete[] text->dutch;
  delete[] text->english;
  *text = {};
}

// ------------------------------------------------------------------------------------------------------------ graphs

beding_code beding_graph_load(int abi, const void* bytes, size_t size, beding_graph** graph, beding_error** error) {
  if (anyNull(bytes, graph)) return toldNull(error);
  return handed(
      error,
      [&] {
        return Graph::load({static_cast<const char*>(bytes), size}, abi);
      },
      [&](Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

beding_code beding_graph_load_file(int abi, const char* path, beding_graph** graph, beding_error** error) {
  if (anyNull(path, graph)) return toldNull(error);
  return handed(
      error, [&] { return Graph::loadFile(path, abi); },
      [&](Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

void beding_graph_free(beding_graph* graph) { delete graph; }

beding_code beding_graph_save(const beding_graph* graph, beding_bytes* bytes, beding_error** error) {
  if (anyNull(graph, bytes)) return toldNull(error);
  return handedText(bytes, error, [&] { return graph->graph.bgraf(); });
}

const char* beding_graph_document(const beding_graph* graph) {
  return graph == nullptr ? nullptr : graph->graph.document().c_str();
}

const char* beding_graph_title(const beding_graph* graph) {
  return graph == nullptr ? nullptr : graph->graph.title().c_str();
}

beding_code beding_graph_timeline_schema(const beding_graph* graph, beding_bytes* schema, beding_error** error) {
  if (anyNull(graph, schema)) return toldNull(error);
  return handedText(schema, error, [&] { return graph->graph.timelineSchema(); });
}

beding_code beding_graph_view(const beding_graph* graph, beding_view form, const char* around, beding_bytes* text,
                              beding_error** error) {
  if (anyNull(graph, text)) return toldNull(error);
  return handedText(text, error, [&]() -> Result<std::string> {
    const auto view = static_cast<View>(form);
    if (view == View::json || view == View::mermaid || view == View::dot)
      return graph->graph.view(view, orEmpty(around));
    return wrong(Code::wrongUsage, beding::worded({"er is geen weergave {0}; kies een BEDING_VIEW",
                                                   "there is no view {0}; choose a BEDING_VIEW"},
                                                  {std::to_string(static_cast<int>(form))}));
  });
}

void beding_graph_keep(const beding_graph* graph, size_t evaluations) {
  if (graph != nullptr) graph->graph.keep(evaluations);
}
