#include "readers/xml.hpp"

namespace muster::readers {
namespace {

int read_member_bytes(void* context, char* buffer, int size) {
  return static_cast<int>(static_cast<ZipMember*>(context)->read(buffer, static_cast<std::size_t>(size)));
}

int leave_open(void*) {
  return 0;
}

void keep_silent(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace

XmlStream::XmlStream(std::unique_ptr<ZipMember> member, std::string where)
    : member_(std::move(member)), where_(std::move(where)) {
  // No XML_PARSE_NOENT and no DTD: entities that a file declares are never expanded or fetched.

  reader_.reset(xmlReaderForIO(read_member_bytes, leave_open, member_.get(), nullptr, nullptr,
                               XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
  if (reader_) xmlTextReaderSetErrorHandler(reader_.get(), keep_silent, nullptr);
}

base::Result<XmlStream> XmlStream::open(std::string_view zip, std::string_view member) {
  auto opened = ZipMember::open(zip, member);
  if (!opened) return std::unexpected(opened.error());
  XmlStream stream(std::make_unique<ZipMember>(std::move(*opened)), std::string(member));
  if (!stream.reader_) return base::fail("no memory to read the part", std::string(member));
  return stream;
}

bool XmlStream::next() {
  if (!failure_.empty()) return false;
  for (;;) {
    const int status = xmlTextReaderRead(reader_.get());
    if (status == 0) return false;
    if (status < 0) {
      failure_ = !member_->failure().empty() ? member_->failure()
                                             : "the part " + where_ + " breaks off or is no XML";
      return false;
    }
    const int type = xmlTextReaderNodeType(reader_.get());
    if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT ||
        type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
        type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE) {
      return true;
    }
  }
}

std::string_view XmlStream::name() const {
  return view(xmlTextReaderConstLocalName(reader_.get()));
}
std::string_view XmlStream::text() const {
  return view(xmlTextReaderConstValue(reader_.get()));
}
bool XmlStream::is_empty() const {
  return xmlTextReaderIsEmptyElement(reader_.get()) == 1;
}

bool XmlStream::at_start(std::string_view wanted) const {
  return xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ELEMENT && name() == wanted;
}

bool XmlStream::at_end(std::string_view wanted) const {
  const int type = xmlTextReaderNodeType(reader_.get());
  return name() == wanted &&
         (type == XML_READER_TYPE_END_ELEMENT || (type == XML_READER_TYPE_ELEMENT && is_empty()));
}

bool XmlStream::at_text() const {
  const int type = xmlTextReaderNodeType(reader_.get());
  return type != XML_READER_TYPE_ELEMENT && type != XML_READER_TYPE_END_ELEMENT;
}

std::string XmlStream::attribute(const char* name) const {
  xmlChar* value = xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name));
  std::string copy(view(value));
  xmlFree(value);
  return copy;
}

}  // namespace muster::readers
