// SPDX-License-Identifier: EUPL-1.2
// XML in UTF-8, read once without ever following a reference (expat inside): a document type, and with it
// every entity, is refused. On the way attributes and texts may be emptied, the rest stays byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kring::upload {

/// A name with its namespace: "http://…/core-properties" and "lastModifiedBy".
struct Name {
    std::string_view space;
    std::string_view local;
};

struct Tag {
    Name name;
    bool is_root = false;
    std::vector<std::pair<Name, std::string_view>> attributes;

    std::string_view attribute(std::string_view local) const;  ///< "" when absent
};

/// What is looked for in a document; each is told as it comes.
class Reading {
public:
    virtual ~Reading() = default;
    virtual void tag(const Tag& tag) = 0;
    virtual void text(const Name& inside, std::string_view text) = 0;  ///< may come in pieces
    virtual bool empties(const Name& tag, std::string_view attribute) = 0;
    virtual bool empties_text(const Name& inside) = 0;
    virtual void ended(const Name&) {}                 ///< the tag's end; comes for an empty one as well
    virtual bool has_enough() const { return false; }  ///< asked at each tag; ends the reading as `broken`
};

enum class Form { well, broken, has_document_type };

/// `edited` becomes the document without what the reading empties.
Form read_markup(std::string_view xml, Reading& reading, std::string& edited);

}  // namespace kring::upload
