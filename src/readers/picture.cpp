#include "readers/formats.hpp"
#include "readers/parts.hpp"
namespace muster::readers {
void read_picture(const Source&, model::Document& document) {
  refuse(document, "not yet", "", "");
}
}  // namespace muster::readers
