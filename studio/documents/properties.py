"""What a file says of itself (XMP): title, author, language, date.

It is built after PDF/UA-1 (ISO 14289-1) and does not say so: only a validator could vouch for that.
"""

from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

CREATOR = "Plumbline"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
{day}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: Any, *, title: str, author: str, dated: date | None, lang: str) -> None:
    """Set title, author and date in the file's properties; all of them clean already. A blank form has no date."""
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator(CREATOR)
    doc = canvas._doc
    if dated:
        doc._timeStamp.YMDhms = (dated.year, dated.month, dated.day, 12, 0, 0)
    day = f"<xmp:CreateDate>{dated.isoformat()}T12:00:00Z</xmp:CreateDate>" if dated else ""
    told = XMP.format(title=escape(title), author=escape(author), lang=lang, creator=CREATOR, day=day)
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    # Not packed: whoever looks for it reads it without knowing PDF.
    doc.Catalog.Metadata = doc.Reference(PDFStream(kind, told.encode(), filters=[]))
