// SPDX-License-Identifier: EUPL-1.2
#include <stdexcept>

#include "platform/base/process.hpp"
#include "platform/base/time.hpp"
#include "platform/press/chromium.hpp"
#include "platform/press/formats.hpp"
#include "platform/press/markup.hpp"

namespace kring::press {
namespace {

/// The cover's words become metadata, so each format lays them out in its own way; headings rise one
/// level, because the title no longer is one of them.
constexpr std::string_view filter = R"lua(
local is_reader = FORMAT:match('epub') ~= nil

local function cover(div, meta)
  local left = {}
  for _, block in ipairs(div.content) do
    local classes = block.t == 'Div' and block.classes or pandoc.List()
    if classes:includes('k-ondertitel') then
      meta.subtitle = pandoc.MetaInlines(pandoc.utils.blocks_to_inlines(block.content))
    elseif classes:includes('k-versie') and is_reader then
      meta.versie = pandoc.MetaInlines(pandoc.utils.blocks_to_inlines(block.content))
    elseif block.t ~= 'Header' then
      table.insert(left, block)
    end
  end
  return left
end

local function wrapped(name, blocks)
  local out = { pandoc.RawBlock('html', '<' .. name .. '>') }
  for _, block in ipairs(blocks) do table.insert(out, block) end
  table.insert(out, pandoc.RawBlock('html', '</' .. name .. '>'))
  return out
end

local parts = { ['section'] = true, ['k-hoofdstuk'] = true, ['k-colofon'] = true }

local function is_part(block)
  if block.t ~= 'Div' then return false end
  for _, class in ipairs(block.classes) do
    if not parts[class] then return false end
  end
  return true
end

-- Headings must stand at the top for an EPUB to be split into chapters.
local function flat(blocks, out)
  for _, block in ipairs(blocks) do
    if not is_part(block) then
      table.insert(out, block)
    else
      local start = #out + 1
      flat(block.content, out)
      if block.identifier ~= '' and out[start] and out[start].t == 'Header' then
        out[start].content:insert(1, pandoc.Span({}, pandoc.Attr(block.identifier)))
      end
    end
  end
  return out
end

function Pandoc(doc)
  local meta = doc.meta
  local body = pandoc.walk_block(pandoc.Div(doc.blocks), {
    Header = function(header)
      header.level = math.max(header.level - 1, 1)
      return header
    end,
  })
  body = pandoc.walk_block(body, {
    Div = function(div)
      if div.classes:includes('k-omslag') then return cover(div, meta) end
      if not is_reader then return nil end
      if div.classes:includes('k-inhoud') then return {} end
      if div.classes:includes('k-plaat') then return wrapped('figure', div.content) end
      if div.classes:includes('k-bijschrift') then return wrapped('figcaption', div.content) end
    end,
  })
  return pandoc.Pandoc(flat(body.content, pandoc.List()), meta)
end
)lua";

std::string meta(std::string_view name, std::string_view content) {
    return "<meta name=\"" + std::string(name) + "\" content=\"" + escaped(content) + "\">\n";
}

}  // namespace

std::string run_pandoc(const Publication& publication, const Copy& copy, const std::string& folder,
                       const std::string& format) {
    const std::string head = "<title>" + escaped(publication.title) + "</title>\n" +
                             meta("publisher", publication.publisher) +
                             meta("identifier", publication.identifier);
    stage_page(folder, "document", full_language(publication), head, copy.body);
    write_file(folder + "/filter.lua", filter);
    const auto midnight = parse_time(publication.date + "T00:00:00.000Z");
    if (!midnight) throw std::runtime_error("press: no such day: " + publication.date);
    std::vector<std::string> argv = {"env",
                                     "SOURCE_DATE_EPOCH=" + std::to_string(midnight->ms / second_ms),
                                     "pandoc",
                                     "--from=html",
                                     "--to=" + format,
                                     "--lua-filter=filter.lua",
                                     "--output=printed." + format};
    if (format == "epub3") {
        argv.insert(argv.end(),
                    {"--css=epub.css", "--template=epub.html", "--epub-chapter-level=1", "--toc-depth=2"});
    }
    argv.emplace_back("document.html");
    run_tool(folder, argv);
    return read_file(folder + "/printed." + format);
}

}  // namespace kring::press
