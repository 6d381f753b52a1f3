"""l10n: from an English article to a reviewed Russian and Azerbaijani one.

article  --read-->     Document  (formats)      the text exactly as it was, with spans of prose over it
         --segment-->  Segments  (segment)      sentences
         --translate-> Units     (translate)    memory, else engine, under the glossary (terminology)
         --merge-->    catalogs/<locale>/<slug>.po  (catalog)   reviewed by people
         --check-->    Findings  (checks)       glossary and catalogs agree
         --assemble--> the finished article (assemble)          unreviewed text never passes
"""

__version__ = "0.1.0"
