"""The same invented draft in French and in Spanish, as Markdown."""

FRENCH = """---
body: ga-c3
organ: Assemblée générale
symbol: A/C.3/80/L.909
distribution: Limitée
date: 2025-11-04
language: "Original : anglais"
session: Quatre-vingtième session
committee: Troisième Commission
agenda_item: {number: 19 b), title: "Développement durable des voies fluviales : traversées sûres"}
sponsors: [Fidji, Guyana, Togo]
status: draft resolution
title: Sécurité des traversées fluviales et des petites embarcations dans les deltas
---

*L’Assemblée générale*,

*Rappelant* sa résolution 79/901 du 12 décembre 2024,[^1] relative à la sécurité des ports
fluviaux et des petites embarcations dans les deltas, et toutes ses résolutions antérieures sur
la question,

*Profondément préoccupée* par le nombre de petites embarcations perdues en 2024, en particulier
dans les deltas des pays en développement,

*Prenant note* du rapport du Secrétaire général,[^2]

1. *Prie instamment* les États Membres de délivrer des licences aux bacs, notamment :

   (a) En formant les pilotes et les équipages, y compris dans les ports de faible tonnage et
   les embarcadères municipaux ;

   (b) En tenant des registres des embarcations ;

2. *Engage* les États Membres à entretenir les embarcadères ;

3. *Prie* le Secrétaire général de lui faire rapport à sa quatre-vingt-unième session sur
   l’application de la présente résolution ;

4. *Décide* de rester saisie de la question.

[^1]: A/80/912.

[^2]: Voir résolution 70/1.
"""
SPANISH = """---
body: ga-c3
organ: Asamblea General
symbol: A/C.3/80/L.910
distribution: Limitada
date: 2025-11-04
language: "Original: inglés"
session: Octogésimo período de sesiones
committee: Tercera Comisión
agenda_item: {number: 19 b), title: "Desarrollo sostenible de los ríos: cruces seguros"}
sponsors: [Fiji, Guyana, Togo]
status: draft resolution
title: Seguridad de los cruces fluviales y de las embarcaciones pequeñas
---

*La Asamblea General*,

*Recordando* su resolución 79/901, de 12 de diciembre de 2024,[^1] relativa a la seguridad de
los puertos fluviales, y todas sus resoluciones anteriores sobre la cuestión,

*Profundamente preocupada* por el número de embarcaciones pequeñas perdidas en 2024, en
particular en los deltas de los países en desarrollo,

*Tomando nota* del informe del Secretario General,[^2]

1. *Insta* a los Estados Miembros a que expidan licencias a los transbordadores, en particular
   mediante:

   (a) La capacitación de los pilotos y las tripulaciones, incluso en los puertos pequeños y los
   embarcaderos municipales;

   (b) El mantenimiento de registros;

2. *Alienta* a los Estados Miembros a que mantengan los embarcaderos;

3. *Solicita* al Secretario General que le presente un informe en su octogésimo primer período
   de sesiones sobre la aplicación de la presente resolución;

4. *Decide* seguir ocupándose de la cuestión.

[^1]: A/80/912.

[^2]: Véase la resolución 70/1.
"""
